import type { ConditionalParameter } from './conditional-parameters';
import { linkedTemplates } from './cross-stack';
import { NoneOf, type Assumed } from '../assumed';
import type { Resource } from '../template';
import { keyOf } from '../value-helpers';
import { taken, type Assumes, type Variant } from './variants';

/** Returns true if a variant shows a finding; `undefined` where the variant lacks its subject. */
type Shows = (variant: Variant) => boolean | undefined;

/** A part of a resource that findings are about. */
interface VariantSubject {
  readonly kind: string;
  readonly resource: Resource;
  readonly part?: string;
}

const NONE: ReadonlySet<string> = new Set();

/** Describes the variants in which a subject has a finding. */
export function variantDescriber<S extends VariantSubject>(variants: readonly Variant[]) {
  const joined = variants.length > 1 ? linkedTemplates(variants[0].sources) : NONE;
  return {
    keyOf: ({ kind, resource, part = '' }: S) => `${kind} ${keyOf(resource)} ${part}`,
    basisOf: ({ basis }: Variant) => basis,
    assumptionOf: ({ resource }: S, shows: Shows) => assumptionOf(resource.template.source.id, variants, joined, shows),
  };
}

const LEAST_FIRST: readonly Assumes[] = ['nothing', 'conditions', 'defaults'];

/** For which parameters something holds that not every variant shows, as in `when Stage is prod`. */
function assumptionOf(template: string, variants: readonly Variant[], joined: ReadonlySet<string>, shows: Shows): string | undefined {
  const withLeast = LEAST_FIRST.find((assumes) => variants.some((variant) => variant.assumes === assumes && shows(variant)));
  const among = variants.filter(({ assumes }) => assumes === withLeast);
  const parts = [deciding(template, among, joined, shows), withLeast === 'defaults' ? 'with the defaults of parameters' : undefined];
  return parts.filter((part) => part !== undefined).join(', ') || undefined;
}

const OTHER_TEMPLATES = 'for some values of the parameters of other templates';

function deciding(template: string, among: readonly Variant[], joined: ReadonlySet<string>, shows: Shows): string | undefined {
  const without = among.filter((variant) => shows(variant) === false);
  if (without.length === 0) return undefined;
  const isFirst = shows(among[0]);
  // A finding of the first variant is described by the values that no variant without the finding has.
  const others = isFirst ? without : among.filter(shows).slice(0, 1);
  if (others.some(({ choices }) => !choices.has(template))) return OTHER_TEMPLATES;
  const describeIn = ({ choices, assumes }: Variant, id: string) => {
    const choice = choices.get(id)!;
    return describe(choice.parameter, isFirst ? choice.parameter.first : taken(choice, assumes));
  };
  const assumption = `when ${[...new Set(others.map((variant) => describeIn(variant, template)))].join(' and ')}`;
  // Linked templates vary together: a finding may follow from the parameters of either.
  const isShared = joined.has(template) && others.some((variant) => [...variant.choices.keys()].some((id) =>
    joined.has(id) && describeIn(variant, id) !== describeIn(variant, template)));
  return isShared ? `${assumption} or ${OTHER_TEMPLATES}` : assumption;
}

function describe({ name, compared }: ConditionalParameter, value: Assumed): string {
  if (!(value instanceof NoneOf)) return value === '' ? `${name} is empty` : `${name} is ${value}`;
  if (compared.length === 1) return `${name} is not ${compared[0] || 'empty'}`;
  return `${name} is none of ${compared.map((each) => each || "''").join(', ')}`;
}
