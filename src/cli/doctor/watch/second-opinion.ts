import type { ReportedFinding, Report } from '../../report/report';
import { isCannotLook } from '../../verb';
import { duration } from '../../duration';

/** A deployment without progress for so long is diagnosed … */
const STILL_MS = 4 * 60_000;
/** … and again after so long, as a diagnosis makes as many calls as a report. */
const AGAIN_MS = 10 * 60_000;

/** Diagnosis of a service whose deployment makes no progress. */
export interface Opinion {
  readonly headline: string;
  readonly errors: readonly ReportedFinding[];
}

/** Diagnoses a deployment that makes no progress, beside the watch: a slow answer holds up no other service. */
export class SecondOpinion {
  private askedAt?: number;
  private isAsking = false;
  private found?: Opinion;

  public constructor(private readonly diagnose: (() => Promise<Report>) | undefined) {}

  /** Asks if it is time, and returns an opinion that has come since the last call. */
  public after(still: number | undefined, now: Date): Opinion | undefined {
    const { found } = this;
    this.found = undefined;
    if (this.diagnose && still !== undefined && still >= STILL_MS && this.isDue(now)) void this.ask(still, now);
    return found;
  }

  private isDue(now: Date): boolean {
    return !this.isAsking && (this.askedAt === undefined || now.getTime() - this.askedAt >= AGAIN_MS);
  }

  private async ask(still: number, now: Date): Promise<void> {
    this.isAsking = true;
    this.askedAt = now.getTime();
    const since = `no progress for ${duration(still)}`;
    try {
      const { findings } = await this.diagnose!();
      const errors = findings.filter(({ severity }) => severity === 'error');
      const warnings = findings.filter(({ severity }) => severity === 'warning').length;
      const more = warnings === 0 ? '' : `, and ${warnings} warning${warnings === 1 ? '' : 's'} that doctor shows without --watch`;
      this.found = { headline: `${since}; the doctor finds ${errors.length === 0 ? 'no error' : `${errors.length} error${errors.length === 1 ? '' : 's'}`}${more}`, errors };
    } catch (error) {
      // The watch itself reports an expired session, and ends by it.
      const reason = error instanceof Error ? error.message : String(error);
      this.found = { headline: `${since}; the diagnosis failed: ${reason}`, errors: [] };
      if (isCannotLook(error)) this.askedAt = Infinity;
    } finally {
      this.isAsking = false;
    }
  }
}
