import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text of AWS, and its meaning. */
export interface AwsText {
  readonly text: string;
  /** Field of an answer of AWS. */
  readonly field: 'stoppedReason' | 'reason' | 'event' | 'deployment' | 'capacityProvider';
  /** Capacity of the tasks. */
  readonly on: 'fargate' | 'instances' | 'managed';
  /** `null`: it reports no fault. */
  readonly id: string | null;
  /** A part of the fix. */
  readonly fix: string | null;
  readonly severity?: string;
  readonly source: string;
}

export const TEXTS = JSON.parse(readFileSync(join(__dirname, 'aws-texts.json'), 'utf-8')) as readonly AwsText[];
