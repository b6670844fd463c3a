import { createColors } from 'picocolors';
import type { Example } from './examples';
import { CONSEQUENCES } from '../../gotchas/consequence';
import type { CatalogueEntry, Level } from '../../gotchas/definition';
import { hang } from '../report/wrap';

/** Layout of text for a terminal. */
export interface Style {
  readonly width: number;
  readonly colour: boolean;
}

const LEVELS: Readonly<Record<Level, string>> = {
  construct: 'while a construct of this library is defined',
  synth: 'in templates (EcsGuardrails.applyTo, ecs-guardrails check)',
  live: 'on running services (ecs-guardrails doctor)',
};

/** Explains one gotcha, with its example below. */
export function explain(gotcha: CatalogueEntry, example: Example, { width, colour }: Style): string {
  const { bold, dim } = createColors(colour);
  const { id, title, severity, consequence, symptom, why, rule, fix, docsUrl, levels } = gotcha;
  const details: ReadonlyArray<readonly [label: string, text: string | undefined]> = [
    ['severity', `${severity} (${CONSEQUENCES[consequence]})`],
    ['symptom', symptom],
    ['why', why],
    ['rule', rule],
    ['fix', fix],
    ['found', levels.map((level) => LEVELS[level]).join('; ')],
    ['here', here(gotcha)],
    ['accept', levels.includes('synth') ? `Validations.of(construct).acknowledge with the id EcsGuardrails::${id}` : undefined],
    ['docs', docsUrl],
  ];
  const lines = details.flatMap(([label, text]) => (text ? hang(`  ${`${label}:`.padEnd(10)}`, text, Math.min(width, MAX_WIDTH)) : []));
  return `${bold(title)} ${dim(`[${id}]`)}\n${lines.join('\n')}\n${blocksOf(example).map(([heading, text]) => `\n  ${bold(heading)}\n\n${indented(text)}\n`).join('')}`;
}

function blocksOf({ wrong, plain, guarded, printed }: Example): ReadonlyArray<readonly [heading: string, text: string]> {
  const blocks = [['wrong', wrong], ['fixed, with the CDK alone', plain], ['fixed, with this library', guarded], ['ecs-guardrails doctor prints', printed]] as const;
  return blocks.flatMap(([heading, text]) => (text === undefined ? [] : [[heading, text] as const]));
}

// Code is for copying: it is not wrapped.
function indented(text: string): string {
  return text.split('\n').map((line) => (line === '' ? '' : `    ${line}`)).join('\n');
}

function here({ levels, designedOut, avoidedBy }: CatalogueEntry): string | undefined {
  if (designedOut) return `can't happen with the constructs of this library: ${designedOut}`;
  if (avoidedBy) return `the constructs of this library avoid it, and other settings can have it: ${avoidedBy}`;
  if (levels.includes('construct')) return 'the constructs of this library refuse it before anything is created';
  return levels.includes('synth') ? 'EcsGuardrails.applyTo(app) reports it in the synthesis of the app' : undefined;
}

// Wider lines are hard to read, however wide the window is.
const MAX_WIDTH = 100;
