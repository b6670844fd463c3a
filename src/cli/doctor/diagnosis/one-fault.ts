import type { Diagnosed } from './diagnosed';

/** A finding, and names of the things that are broken there. */
export interface Fault {
  readonly finding: Diagnosed;
  readonly things: readonly string[];
}

interface Kept {
  finding: Diagnosed;
  readonly things: Set<string>;
  /** Other places where the same fault shows. */
  readonly elsewhere: string[];
}

const MOST_NAMED = 3;

/**
 * Reports a fault that several services have in common once: the first finding names the others, which are consequences. A second finding of
 * it in one service adds its evidence alone.
 */
export function oneFaultEach(faults: readonly Fault[]): readonly Diagnosed[] {
  const kept: Kept[] = [];
  const others = new Map<Kept, Diagnosed[]>();
  for (const { finding, things } of faults) {
    const same = kept.find((one) => isSame(one, finding, things));
    if (!same) {
      kept.push({ finding, things: new Set(things), elsewhere: [] });
      continue;
    }
    things.forEach((thing) => same.things.add(thing));
    if (same.finding.at.name === finding.at.name) {
      same.finding = { ...same.finding, evidence: [...new Set([...same.finding.evidence ?? [], ...finding.evidence ?? []])] };
    } else {
      same.elsewhere.push(finding.at.name);
      others.set(same, [...others.get(same) ?? [], { ...finding, severity: 'info', detail: `${finding.detail}, because of ${finding.id} in ${same.finding.at.name}` }]);
    }
  }
  return kept.flatMap((one) => [withPlaces(one), ...others.get(one) ?? []]);
}

function isSame({ finding: { id, fix, severity }, things }: Kept, other: Diagnosed, ofOther: readonly string[]): boolean {
  return severity === 'error' && other.severity === 'error' && id === other.id && fix === other.fix && ofOther.some((thing) => things.has(thing));
}

function withPlaces({ finding, elsewhere }: Kept): Diagnosed {
  if (elsewhere.length === 0) return finding;
  const names = [...new Set(elsewhere)];
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return { ...finding, detail: `${finding.detail}; the same in ${names.slice(0, MOST_NAMED).join(', ')}${more}` };
}
