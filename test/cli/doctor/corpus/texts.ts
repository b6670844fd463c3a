import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text that AWS gives, and what it means. */
export interface AwsText {
  readonly text: string;
  /** Where it stands in an answer of AWS. */
  readonly field: 'stoppedReason' | 'reason' | 'event' | 'deployment' | 'capacityProvider';
  /** What the tasks run on. */
  readonly on: 'fargate' | 'instances' | 'managed';
  /** `null`: it reports no fault. */
  readonly id: string | null;
  /** A part of the fix. */
  readonly fix: string | null;
  readonly severity?: string;
  readonly source: string;
}

export const TEXTS = JSON.parse(readFileSync(join(__dirname, 'aws-texts.json'), 'utf-8')) as readonly AwsText[];
