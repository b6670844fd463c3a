import type { Terminal } from './terminal';

/** Says on standard error what long work is at: in place on a terminal, else as a line now and then, so that a log doesn't look stuck. */
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

  /** Takes the line away. Whoever says something says this in the end, whatever happens. */
  public done(): void {
    if (this.shown) this.terminal.err('\r\u001b[K');
    this.shown = false;
  }
}

const LINE_EVERY_MS = 10_000;
