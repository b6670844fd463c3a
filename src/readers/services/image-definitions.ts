import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { resourceIn } from '../../cloudformation/value-helpers';
import { HOLE } from '../../facts/image';
import { values } from '../network/vpc-membership';

/** Names of containers in the image definitions that pipelines of the app deploy to a service, as far as a build of the app writes them in one line. */
export function readImageDefinitions(service: Resource): readonly string[] {
  return definitionsByService(service.template.app).get(service) ?? [];
}

const definitionsByService = memoize((app: App): ReadonlyMap<Resource, readonly string[]> => {
  const found = new Map<Resource, string[]>();
  for (const { properties } of app.ofType('AWS::CodePipeline::Pipeline')) {
    const actions = values(properties.get('Stages')).flatMap((stage) => values(stage.get('Actions')));
    for (const deploy of actions.filter((action) => providerOf(action) === 'ECS')) {
      const service = resourceIn(deploy.at('Configuration', 'ServiceName'), 'AWS::ECS::Service');
      const file = deploy.at('Configuration', 'FileName').text() ?? 'imagedefinitions.json';
      if (service && typeof file === 'string') buildsOf(deploy, actions).flatMap((build) => namesFrom(build, file)).forEach((name) => pushTo(found, service, name));
    }
  }
  return found;
});

function providerOf(action: Value): unknown {
  return action.at('ActionTypeId', 'Provider').text();
}

/** The builds whose only artifact an action deploys: of several, each may have a file of the same name. */
function buildsOf(deploy: Value, actions: readonly Value[]): readonly Value[] {
  const inputs = artifactsOf(deploy.get('InputArtifacts'));
  return actions.filter((action) => {
    const [output, ...more] = artifactsOf(action.get('OutputArtifacts'));
    return providerOf(action) === 'CodeBuild' && more.length === 0 && inputs.includes(output);
  });
}

function artifactsOf(artifacts: Value): readonly unknown[] {
  return values(artifacts).map((artifact) => artifact.get('Name').text()).filter((name) => typeof name === 'string');
}

const NAME = /(?<!\\)\\*"name\\*"\s*:\s*\\*"([^"\\]+)\\*"\s*,\s*\\*"imageUri/g;

/** The names that a build writes into a file, with its variables in their place. */
function namesFrom(build: Value, file: string): readonly string[] {
  const project = resourceIn(build.at('Configuration', 'ProjectName'), 'AWS::CodeBuild::Project');
  if (!project || build.at('Configuration', 'EnvironmentVariables').isSet() !== false) return [];
  const script = textOf(project.properties.at('Source', 'BuildSpec'));
  const lines = script.split(/\n|\\n/).filter((line) => line.includes(file));
  return lines.flatMap((line) => [...line.matchAll(NAME)]).map(([, name]) => withVariables(name, project)).filter((name) => /^[\w-]+$/.test(name));
}

function withVariables(name: string, { properties }: Resource): string {
  const [, variable] = /^\$\{?(\w+)\}?$/.exec(name) ?? [];
  if (variable === undefined) return name;
  const own = values(properties.at('Environment', 'EnvironmentVariables')).find((one) => one.get('Name').text() === variable);
  const isPlain = own && [undefined, 'PLAINTEXT'].includes(own.get('Type').text() as string | undefined);
  return isPlain ? textOf(own.get('Value')) : name;
}

function textOf(value: Value): string {
  return value.pieces().map((piece) => typeof piece === 'string' ? piece : HOLE).join('');
}
