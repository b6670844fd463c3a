import { known } from '../../../facts/fact';
import { groupBy } from '../group-by';
import { onService } from '../live-check';

/** Tasks of one revision that don't run the same image. */
export const dplMutableImageTag = onService({
  id: 'dpl-mutable-image-tag',
  check: ({ live: { runningTasks, service } }) => {
    const containers = known(runningTasks).filter(({ taskDefinitionArn }) => taskDefinitionArn === service.taskDefinition)
      .flatMap(({ containers: all = [] }) => all)
      .filter(({ imageDigest }) => imageDigest !== undefined);
    const digests = groupBy(containers, ({ name }) => name ?? '');
    return [...digests].flatMap(([name, all]) => {
      const different = new Set(all.map(({ imageDigest }) => imageDigest));
      return different.size < 2 ? [] : [{
        property: `containers[${name}].image`,
        detail: `containers[${name}].image (${all[0].image ?? 'one tag'}) is ${different.size} different images in tasks of one revision`,
        fix: 'name the image by its digest or a tag that never moves, and deploy once more',
      }];
    });
  },
});
