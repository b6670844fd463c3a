import { readImage } from '../tasks/containers';
import { repositoryOf } from './image-repositories';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { Unknown } from '../../facts/fact';
import type { RunningImageFacts } from '../../facts/repository';

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
