import { known } from '../../../facts/fact';
import type { LiveService } from '../../collect/account';
import type { Container } from '../../collect/shapes';
import { groupBy } from '../../group-by';
import { eachLive, onService } from '../live-check';

const FIX = 'name the image by its digest or a tag that never moves, and deploy once more';

/** Tasks of one revision that don't run the same image, and tags that mean another one by now. */
export const dplMutableImageTag = onService({
  id: 'dpl-mutable-image-tag',
  check: ({ live }) => eachLive([mixed, moved], (look) => look(live)),
});

function mixed(live: LiveService): ReturnType<typeof found> {
  return [...groupBy(pulled(live), ({ name }) => name ?? '')].flatMap(([name, all]) => {
    const { size } = new Set(all.map(({ imageDigest }) => imageDigest));
    return size < 2 ? [] : found(name, `(${all[0].image ?? 'one tag'}) is ${size} different images in tasks of one revision`);
  });
}

// For an image of several platforms, tasks have the digest of one platform: only the revision has that of the tag.
function moved({ images, revisions, service }: LiveService): ReturnType<typeof found> {
  const now = known(images);
  const current = known(revisions).find(({ taskDefinition }) => taskDefinition === service.taskDefinition);
  return (current?.containerImages ?? []).flatMap(({ containerName = '', image = '', imageDigest }) => {
    const digest = now.get(image)?.imageDigest;
    const isOther = digest !== undefined && imageDigest !== undefined && !image.includes('@') && digest !== imageDigest;
    return isOther ? found(containerName, `(${image}) is another image in ECR by now: the next deployment or rollback brings that one`) : [];
  });
}

function found(name: string, what: string) {
  return [{ property: `containers[${name}].image`, detail: `containers[${name}].image ${what}`, fix: FIX }];
}

function pulled({ runningTasks, service }: LiveService): readonly Container[] {
  return known(runningTasks).filter(({ taskDefinitionArn }) => taskDefinitionArn === service.taskDefinition)
    .flatMap(({ containers = [] }) => containers)
    .filter(({ imageDigest }) => imageDigest !== undefined);
}
