import { readImage } from './containers';
import { pushTo, type App } from '../cloudformation/app';
import { memoize } from '../cloudformation/memoize';
import { Reference } from '../cloudformation/resolved';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { Unknown } from '../facts/fact';
import type { RunningImageFacts } from '../facts/repository';

const REPOSITORY = 'AWS::ECR::Repository';

/** The images that containers of the app take from each of its repositories. */
export const runningImages = memoize((app: App): ReadonlyMap<Resource, readonly RunningImageFacts[]> => {
  const found = new Map<Resource, RunningImageFacts[]>();
  for (const image of imagesOf(app)) {
    const repository = repositoryOf(image);
    if (repository) pushTo(found, repository, readImage(image));
  }
  return found;
});

function imagesOf(app: App): readonly Value[] {
  const containers = app.ofType('AWS::ECS::TaskDefinition', 'AWS::ECS::DaemonTaskDefinition').flatMap(({ properties }) => {
    const items = properties.get('ContainerDefinitions').items();
    return items instanceof Unknown ? [] : items;
  });
  const primary = app.ofType('AWS::ECS::ExpressGatewayService').map(({ properties }) => properties.get('PrimaryContainer'));
  return [...containers, ...primary].map((container) => container.get('Image'));
}

/** The repository that an image refers to, or names in an address of ECR. */
function repositoryOf(image: Value): Resource | undefined {
  const pieces = image.pieces();
  const referred = pieces.find((piece) => piece instanceof Reference && piece.resource.type === REPOSITORY);
  if (referred instanceof Reference) return referred.resource;
  const last = pieces.at(-1);
  const name = typeof last === 'string' ? ADDRESS.exec(last)?.[1] : undefined;
  const named = name === undefined ? [] : image.app.ofType(REPOSITORY).filter(({ properties }) => properties.get('RepositoryName').text() === name);
  return named.find(({ template }) => template === image.template) ?? named[0];
}

// The end of <account>.dkr.ecr.<region>.amazonaws.com/<name>:<tag>, of which the deployment may know the beginning.
const ADDRESS = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|on\.aws)\/([^:@]+)(?:[:@]|$)/;
