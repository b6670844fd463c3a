import { parseArgs } from 'node:util';
import { CannotLook } from './verb';
import { didYouMean } from '../text/nearest';

/** The options of one verb, in the form that `node:util` takes them. */
export type OptionSpecs = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean; readonly short?: string }>>;

/** Value of each option; an option that was left out is `undefined`. */
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]?: S[K] extends { readonly multiple: true } ? Single<S[K]>[] : Single<S[K]>;
};
type Single<O extends OptionSpecs[string]> = O['type'] extends 'string' ? string : boolean;

/** Parses the options of one command; an unknown option is an error. */
export function parseOptions<const S extends OptionSpecs>(
  args: readonly string[], options: S,
): { readonly values: OptionValues<S>; readonly positionals: readonly string[] } {
  const { values, positionals, tokens } = parseArgs({
    args: [...args], options: { ...options }, strict: false, allowPositionals: true, tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token, options);
  }
  return { values: values as OptionValues<S>, positionals };
}

/** Returns the word if it is allowed; the error names the nearest one. */
export function oneOf<T extends string>(what: string, word: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(word)) return word as T;
  throw new CannotLook(`${what} (${word}) is none of ${allowed.join(', ')}${didYouMean(word, allowed, 1)}`);
}

/** Words of an option that accepts several: repeated, or separated by commas. */
export function words(given: readonly string[] | undefined): readonly string[] {
  return (given ?? []).flatMap((text) => text.split(',')).map((word) => word.trim()).filter((word) => word !== '');
}

interface GivenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string;
  /** True if the value was joined to the name by `=`. */
  readonly inlineValue?: boolean;
}

function checkOption(token: GivenOption, options: OptionSpecs): void {
  const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
  if (!spec) {
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new CannotLook(`there is no option ${token.rawName}${didYouMean(token.rawName, names, 1)}`);
  }
  if (spec.type === 'string' && (token.value === undefined || token.value === '')) throw new CannotLook(`${token.rawName} needs a value`);
  // More likely the next option, before which a value was forgotten.
  if (spec.type === 'string' && token.inlineValue === false && token.value?.startsWith('--')) {
    throw new CannotLook(`${token.rawName} needs a value; if it is ${token.value}, write ${token.rawName}=${token.value}`);
  }
  if (spec.type === 'boolean' && token.value !== undefined) throw new CannotLook(`${token.rawName} has no value, got ${token.value}`);
}
