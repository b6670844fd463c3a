import { known } from '../../../facts/fact';
import type { TaskDefinition } from '../../collect/shapes';
import { runsOnInstances } from '../compute';
import { eachLive, onService } from '../live-check';

/** Images in ECR that are for none of the platform that Fargate runs them on. */
export const tdArchMismatch = onService({
  id: 'td-arch-mismatch',
  check: ({ cluster, live: { images, service, taskDefinition } }) => {
    // On EC2 the instances decide.
    if (runsOnInstances(service, cluster)) return [];
    const wanted = platformOf(known(taskDefinition));
    return eachLive([...known(images)], ([reference, image]) => {
      if (!image) return []; // Another check reports that it is gone.
      const has = known(image.platforms);
      if (has.some((platform) => platform === wanted || platform.startsWith(`${wanted}/`))) return [];
      return [{ property: 'image', severity: 'error', detail: `image (${reference}) is for ${has.join(', ') || 'no platform'}, and its tasks run on ${wanted}` }];
    });
  },
});

/** As images name platforms. */
function platformOf({ runtimePlatform }: TaskDefinition): string {
  const system = runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ? 'windows' : 'linux';
  return `${system}/${runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}
