import type { Aws } from './aws';
import type { Call } from './call';
import { CallFailed } from './call-failed';
import { Unknown, type Fact } from '../../facts/fact';

/** Result of describing many resources by their ids. Every id is in exactly one of the three. */
export interface Described<Item> {
  readonly found: ReadonlyMap<string, Item>;
  /** AWS reports that it doesn't exist. */
  readonly missing: ReadonlySet<string>;
  /** Unknown, with the reason. */
  readonly failed: ReadonlyMap<string, string>;
}

interface Answer<Item> {
  readonly items: readonly Item[];
  /** Ids that the answer calls missing. */
  readonly missing?: readonly string[];
}

export interface Question<Input, Output, Item> {
  readonly call: Call<Input, Output>;
  readonly ids: readonly string[];
  /** IAM may deny the call for single ids: a batch that is denied is asked for one by one. */
  readonly isDeniedById?: boolean;
  /** A list has just named the ids, so one that is missing may be too new, and is asked for again. */
  readonly listed?: boolean;
  read(batch: readonly string[]): Promise<Answer<Item>>;
  idOf(item: Item): string | undefined;
  /** Called with the number of answered ids. */
  onAnswered?(count: number): void;
}

/** Number of requests for an id that is missing in the answers. */
const ROUNDS = 3;
/** Milliseconds until a new resource is visible everywhere. */
const NEW_MS = 1000;

/** Describes all ids, in batches as large as the call allows. */
export async function describe<Input, Output, Item>(aws: Aws, question: Question<Input, Output, Item>): Promise<Described<Item>> {
  const found = new Map<string, Item>();
  const missing = new Set<string>();
  const failed = new Map<string, string>();
  const outcome = { found, missing, failed, single: {} };
  let open = [...new Set(question.ids)];
  for (let round = 1; open.length > 0 && round <= ROUNDS; round++) {
    await Promise.all(batchesOf(open, question.call.batch).map((batch) => ask(aws, question, batch, outcome)));
    open = open.filter((id) => !found.has(id) && !missing.has(id) && !failed.has(id));
    if (!question.listed || round > 1 || missing.size === 0) continue;
    await aws.pause(NEW_MS);
    open.push(...missing);
    missing.clear();
  }
  for (const id of open) failed.set(id, `${question.call.operation} returned nothing for it`);
  return { found, missing, failed };
}

/** All resources that were found, if no call failed: a part could be mistaken for the whole. */
export function allOf<Item>({ found, failed }: Described<Item>): Fact<ReadonlyMap<string, Item>> {
  for (const reason of failed.values()) return new Unknown(reason);
  return found;
}

/** Resources of some ids, if none of them failed. */
export function someOf<Item>({ found, failed }: Described<Item>, ids: readonly string[]): Fact<readonly Item[]> {
  const lost = ids.find((id) => failed.has(id));
  return lost === undefined ? ids.flatMap((id) => found.get(id) ?? []) : new Unknown(failed.get(lost)!);
}

export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

interface Outcome<Item> {
  readonly found: Map<string, Item>;
  readonly missing: Set<string>;
  readonly failed: Map<string, string>;
  /** The first batch that was denied, asked for one by one: true if some of it was allowed. */
  readonly single: { allowed?: Promise<boolean> };
}

async function ask<Input, Output, Item>(
  aws: Aws, question: Question<Input, Output, Item>, batch: readonly string[], outcome: Outcome<Item>,
): Promise<void> {
  try {
    const answer = await question.read(batch);
    for (const item of answer.items) {
      const id = question.idOf(item);
      if (id !== undefined) outcome.found.set(id, item);
    }
    for (const id of answer.missing ?? []) outcome.missing.add(id);
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    // Some calls refuse a whole batch for one that is gone.
    if (error.kind === 'missing' && batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      await Promise.all([batch.slice(0, half), batch.slice(half)].map((part) => ask(aws, question, part, outcome)));
      return;
    }
    if (error.kind === 'denied' && question.isDeniedById && batch.length > 1 && await isAllowedSingly(aws, question, batch, outcome)) return;
    for (const id of batch) {
      if (error.kind === 'missing') outcome.missing.add(id);
      else outcome.failed.set(id, error.message);
    }
  }
  question.onAnswered?.(outcome.found.size + outcome.missing.size + outcome.failed.size);
}

/** Asks for a denied batch one by one, unless each id of the first denied batch was denied by itself too: then the call is. */
async function isAllowedSingly<Input, Output, Item>(
  aws: Aws, question: Question<Input, Output, Item>, batch: readonly string[], outcome: Outcome<Item>,
): Promise<boolean> {
  const askEach = () => Promise.all(batch.map((id) => ask(aws, question, [id], outcome)));
  if (outcome.single.allowed === undefined) {
    outcome.single.allowed = askEach().then(() => batch.some((id) => !outcome.failed.has(id)));
    await outcome.single.allowed;
    return true;
  }
  if (!await outcome.single.allowed) return false;
  await askEach();
  return true;
}
