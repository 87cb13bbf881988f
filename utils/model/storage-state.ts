/** What the browser says about the room that it gives. */
export interface StorageState {
  readonly usedBytes: number;
  readonly roomBytes: number;
  /** Whether the browser has promised not to clear it by itself. */
  readonly isPersistent: boolean;
}
