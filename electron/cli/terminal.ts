/** What a command needs of the terminal it runs in; tests hand in one that collects what is written. */
export interface Terminal {
  /** Relative paths are resolved against it. */
  readonly workingFolder: string;
  /** Progress lines are worth drawing. */
  readonly isErrorInteractive: boolean;
  /** Aborts when the user presses Ctrl-C, or the system wants the process to end. */
  readonly interrupted: AbortSignal;
  writeOut(text: string): void;
  writeError(text: string): void;
}
