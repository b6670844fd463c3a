import type { Aws } from './aws';
import type { Call } from './call';
import { CallFailed } from './call-failed';
import { LostPage } from './errors';

/** Number of restarts of a list that led back to a page already read. */
const LISTS = 3;

/** Reads all pages of a list, or none: half a list could be mistaken for a whole one. */
export async function allPages<Input extends object, Output extends object, Item>(
  aws: Aws, call: Call<Input, Output>, input: Input, itemsOf: (page: Output) => readonly Item[] | undefined,
): Promise<Item[]> {
  for (let list = 1; ; list++) {
    const items = await onePass(aws, call, input, itemsOf, Infinity);
    if (items !== LOST) return items as Item[];
    if (list === LISTS) throw new CallFailed(call, 'transient', new LostPage(), list, await aws.region());
  }
}

/** All pages, unless there are more than so many of them: then nothing, for a caller that knows another way. */
export async function fewPages<Input extends object, Output extends object, Item>(
  aws: Aws, call: Call<Input, Output>, input: Input, itemsOf: (page: Output) => readonly Item[] | undefined, most: number,
): Promise<Item[] | undefined> {
  const items = await onePass(aws, call, input, itemsOf, most);
  return items === LOST || items === TOO_MANY ? undefined : items;
}

const LOST = 'lost';
const TOO_MANY = 'too many';

async function onePass<Input extends object, Output extends object, Item>(
  aws: Aws, call: Call<Input, Output>, input: Input, itemsOf: (page: Output) => readonly Item[] | undefined, most: number,
): Promise<Item[] | typeof LOST | typeof TOO_MANY> {
  const { size, token, next } = call.paging!;
  const items: Item[] = [];
  const seen = new Set<string>();
  let page: string | undefined;
  for (let count = 1; ; count++) {
    const answer = await aws.send(call, { ...input, ...size && { [size[0]]: size[1] }, ...page !== undefined && { [token]: page } });
    for (const item of itemsOf(answer) ?? []) items.push(item);
    page = (answer as Record<string, string | undefined>)[next] || undefined;
    if (page === undefined) return items;
    if (seen.has(page)) return LOST;
    if (count >= most) return TOO_MANY;
    seen.add(page);
  }
}
