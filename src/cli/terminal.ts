/** Environment of a command, which tests replace. */
export interface Terminal {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Columns of standard output. */
  readonly width: number;
  /** Lines of the window that standard output is in. */
  readonly height: number;
  /** Standard output is a terminal: it supports colours and lines that change in place. */
  readonly interactive: boolean;
  /** Standard error is a terminal: progress may change in place. */
  readonly interactiveErr: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Writes the requested output, and nothing else. */
  out(text: string): void;
  /** Progress and complaints. */
  err(text: string): void;
}
