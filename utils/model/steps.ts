/** Makes all steps of a job at once that could also be made between other things. @returns What it comes to. */
export function allAtOnce<T>(steps: Iterator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
