/** Parts of the Amazon States Language that are read here. */
interface States {
  readonly States?: Readonly<Record<string, State>>;
}

interface State {
  readonly Type?: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Parameters?: Arguments;
  /** In place of `Parameters` with JSONata. */
  readonly Arguments?: Arguments | string;
  readonly Branches?: readonly States[];
  readonly ItemProcessor?: States;
  readonly Iterator?: States;
}

type Arguments = Readonly<Record<string, unknown>>;

const RUN_TASK = /:states:::(aws-sdk:)?ecs:runTask(\.|$)/;
// A state that waits for an answer to its message hands on work.
const SEND_MESSAGE = /:states:::(aws-sdk:)?sqs:sendMessage$/;

/** The part of a state machine that decides what its tasks and dead letters are. */
export interface MachineDefinition {
  /** Names or ARNs of the clusters in which states run tasks. A cluster that the input decides is left out. */
  readonly clusters: readonly string[];
  /** URLs of the queues to which a state sends a message before the execution fails. */
  readonly deadLetterUrls: readonly string[];
}

/** Reads a definition; nothing is in one that is no JSON. */
export function readDefinition(definition = ''): MachineDefinition {
  const scopes = scopesOf(parsed(definition));
  const tasks = scopes.flatMap((scope) => Object.values(scope).map((state) => ({ state, scope })));
  return {
    clusters: tasks.filter(({ state }) => RUN_TASK.test(state.Resource ?? '')).flatMap(({ state }) => textOf(state, 'Cluster', 'default')),
    deadLetterUrls: tasks
      .filter(({ state, scope }) => SEND_MESSAGE.test(state.Resource ?? '') && scope[state.Next ?? '']?.Type === 'Fail')
      .flatMap(({ state }) => textOf(state, 'QueueUrl')),
  };
}

function parsed(definition: string): States {
  try {
    return (JSON.parse(definition) ?? {}) as States;
  } catch {
    return {};
  }
}

/** The states of a machine, and those of its branches and loops: a state leads to states beside it only. */
function scopesOf({ States: scope = {} }: States): readonly Readonly<Record<string, State>>[] {
  const inner = Object.values(scope).flatMap(({ Branches = [], ItemProcessor = {}, Iterator = {} }) => [...Branches, ItemProcessor, Iterator]);
  return [scope, ...inner.flatMap(scopesOf)];
}

/** An argument of a state, unless the input decides it. */
function textOf({ Parameters, Arguments: ofJsonata }: State, name: string, otherwise?: string): readonly string[] {
  const all = Parameters ?? ofJsonata ?? {};
  if (typeof all === 'string' || `${name}.$` in all) return [];
  const value = all[name] ?? otherwise;
  return typeof value === 'string' && !value.startsWith('{%') ? [value] : [];
}
