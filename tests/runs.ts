/** How many seeds a test tries: the first number in `npm test`, the second in `npm run test:long`. */
export const runs = (usual: number, long: number): number => (process.env.IBID_LONG ? long : usual);
