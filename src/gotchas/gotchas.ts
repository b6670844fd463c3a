import { severityOf } from './consequence';
import type { CatalogueEntry } from './definition';
import type { Gotcha, GotchaConsequence, GotchaLevel, GotchaSeverity } from './gotcha';
import { loadCatalogue } from './load-catalogue';
import { refuse } from './message';

/**
 * The catalogue of what goes wrong on Amazon ECS.
 *
 * @example
 * const why = Gotchas.byId('dpl-percent-deadlock').why;
 */
export class Gotchas {
  /** Every entry, in the order of their ids. */
  public static all(): Gotcha[] {
    return loadCatalogue().map(describe);
  }

  /**
   * The entry with an id, as reports and acknowledgements spell it.
   *
   * @param id the id, without the prefix `EcsGuardrails::`
   */
  public static byId(id: string): Gotcha {
    const definition = loadCatalogue().find((gotcha) => gotcha.id === id);
    return definition ? describe(definition) : refuse({
      headline: `id (${id}) is not in the catalogue`,
      at: 'Gotchas.byId',
      property: 'id',
      fix: 'take an id of Gotchas.all(), without the prefix EcsGuardrails::',
    });
  }

  private constructor() {}
}

function describe({ id, title, consequence, symptom, why, rule, fix, docsUrl, levels, designedOut, avoidedBy }: CatalogueEntry): Gotcha {
  return {
    id,
    title,
    consequence: consequence as GotchaConsequence,
    severity: severityOf(consequence) as GotchaSeverity,
    symptom,
    why,
    rule,
    fix,
    docsUrl,
    levels: [...levels] as GotchaLevel[],
    designedOut,
    avoidedBy,
  };
}
