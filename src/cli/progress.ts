import type { Terminal } from './terminal';

/** Reports the progress of long work on standard error: in place on a terminal, else as a line every ten seconds, so that a log shows activity. */
export class Progress {
  private shown = false;
  private saidAt: number;

  public constructor(private readonly terminal: Terminal, private readonly now: () => number = Date.now) {
    this.saidAt = now();
  }

  public say(text: string): void {
    if (this.terminal.interactiveErr) {
      this.terminal.err(`\r\u001b[K${text.slice(0, Math.max(this.terminal.width - 1, 0))}`);
      this.shown = true;
    } else if (this.now() - this.saidAt >= LINE_EVERY_MS) {
      this.terminal.err(`${text}\n`);
      this.saidAt = this.now();
    }
  }

  /** Removes the line. The caller of `say` must call it in the end, even after an error. */
  public done(): void {
    if (this.shown) this.terminal.err('\r\u001b[K');
    this.shown = false;
  }
}

const LINE_EVERY_MS = 10_000;
