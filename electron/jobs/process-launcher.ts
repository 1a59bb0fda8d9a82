/** How a host starts a child process. One implementation forks Node, the other Electron's utility process. */

export interface ProcessExit {
  readonly exitCode: number | null;
  /** The signal that ended it, where the system tells. */
  readonly signal: string | null;
}

/** A running child. Messages are structured clones; typed arrays survive. */
export interface LaunchedProcess {
  /** Does nothing once the child has gone. */
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, also when the child could not be started. */
  onExit(listener: (exit: ProcessExit) => void): void;
  /** Ends it at once; `onExit` follows. */
  kill(): void;
}

export interface ProcessLauncher {
  /** False where jobs run in the process of the engine itself, as they do for commands. */
  readonly isSeparate: boolean;
  /** Starts `job-process`. `name` is what the system's process list shows where it can. */
  launch(name: string): LaunchedProcess;
}
