/** Lets messages in before a worker goes on; without the 4 ms that browsers make of short timeouts. */
export function createPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port2.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port1.postMessage(undefined);
    });
}
