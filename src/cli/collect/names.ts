import type { Call } from './call';
import { without } from './cannot-look';
import type { Context } from './context';
import { allPages } from './pages';

/** Required names, in one order. */
export async function pageNames<Input extends object, Output extends object>(
  { aws, region }: Context, call: Call<Input, Output>, input: Input, namesOf: (page: Output) => readonly string[] | undefined,
): Promise<string[]> {
  try {
    return [...new Set(await allPages(aws, call, input, namesOf))].sort();
  } catch (error) {
    throw without(error, region);
  }
}
