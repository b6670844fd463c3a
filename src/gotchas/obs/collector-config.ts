import { HOLE } from '../../facts/image';

const KINDS = ['receivers', 'processors', 'exporters'] as const;
/** Kinds of which a pipeline may name connectors too. */
const CONNECTED: readonly string[] = ['receivers', 'exporters'];

/** First mistake in a configuration of an OpenTelemetry collector; `undefined`: none is seen, as in forms that are not read here. */
export function mistakeIn(config: string): string | undefined {
  if (!/^[ \t]*["']?service["']?\s*:/m.test(config) && !config.includes('"service"') && !config.includes(HOLE)) return 'has no service with pipelines';
  if (/^[ \t]*\{|\t|^ *<<:|[:-][ \n]+[&*]\w/m.test(config) || HOLES_OF_LINES.test(config)) return undefined;
  const lines = linesOf(config);
  return scalarWithColon(lines) ?? undefinedComponent(lines);
}

// A part that only the deployment knows may have lines of its own.
const HOLES_OF_LINES = new RegExp(`^[ \\t]*${HOLE}`, 'm');

interface Line {
  readonly indent: number;
  readonly text: string;
}

function linesOf(config: string): readonly Line[] {
  const lines = config.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trimEnd()).filter((line) => line.trim() !== '' && line.trim() !== '---');
  return lines.map((line) => ({ indent: line.length - line.trimStart().length, text: line.trim() }));
}

/** `key: text: more`, which YAML refuses; a block of text may have it. */
function scalarWithColon(lines: readonly Line[]): string | undefined {
  if (lines.some(({ text }) => /[|>][+-]?\d?$/.test(text))) return undefined;
  const bad = lines.find(({ text }) => /^[\w./-]+:\s+[^\s"'[{|>&*!%@`#][^"'#]*:\s/.test(`${text} `) && !/:\/\//.test(text));
  return bad && `is not YAML: ${bad.text.split(':')[0]} has a second colon in its value`;
}

function undefinedComponent(lines: readonly Line[]): string | undefined {
  const sections = under(lines, 0);
  const defined = (section: string): readonly string[] => keysOf(sections.get(section) ?? []);
  const pipelines = childrenOf(childrenOf(sections.get('service') ?? []).get('pipelines') ?? []);
  for (const [pipeline, settings] of pipelines) {
    for (const kind of KINDS) {
      const known = [...defined(kind), ...CONNECTED.includes(kind) ? defined('connectors') : []];
      const missing = namesIn(settings, kind)?.find((name) => !known.includes(name));
      if (missing !== undefined) return `names ${missing} in ${kind} of the pipeline ${pipeline}, and does not configure it`;
    }
  }
  return undefined;
}

/** Lines below each key of a level. */
function under(lines: readonly Line[], indent: number): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  let current: Line[] = [];
  for (const line of lines) {
    if (line.indent > indent || line.text.startsWith('- ')) {
      current.push(line);
      continue;
    }
    const [, name, rest] = /^["']?([\w./-]+)["']?\s*:\s*(.*)$/.exec(line.text) ?? ['', line.text, ''];
    current = rest === '' ? [] : [{ indent: indent + 1, text: rest }];
    found.set(name, current);
  }
  return found;
}

function childrenOf(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  return lines.length === 0 ? new Map() : under(lines, lines[0].indent);
}

function keysOf(lines: readonly Line[]): readonly string[] {
  const [first] = lines;
  // A section on one line: `exporters: { debug: {} }`.
  if (first?.text.startsWith('{')) return [...first.text.matchAll(/(?<![\w./-])([\w./-]+)\s*:/g)].map(([, name]) => name);
  return [...childrenOf(lines).keys()];
}

/** Names in a list on one line or on several; `undefined`: there is none, or it has another form. */
function namesIn(settings: readonly Line[], kind: string): readonly string[] | undefined {
  const lines = childrenOf(settings).get(kind);
  const [first] = lines ?? [];
  if (lines === undefined || first === undefined) return undefined;
  const names = first.text.startsWith('[') ? lines.map(({ text }) => text).join(' ').replace(/^\[|\]$/g, '').split(',') : lines.map(({ text }) => text.replace(/^-\s*/, ''));
  const plain = names.map((name) => name.trim().replace(/^["']|["']$/g, '')).filter((name) => name !== '');
  return plain.every((name) => /^[\w./-]+$/.test(name)) ? plain : undefined;
}
