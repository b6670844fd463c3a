import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition }) => {
  taskDefinition.addVolume({ name: 'cache' });
  taskDefinition.addVolume({ name: 'cache' });
  taskDefinition.defaultContainer?.addMountPoints(
    { sourceVolume: 'cache', containerPath: '/cache', readOnly: false },
    { sourceVolume: 'cache', containerPath: '/uploads', readOnly: false },
  );
};

export const plain: Fix = ({ taskDefinition }) => {
  taskDefinition.addVolume({ name: 'cache' });
  taskDefinition.addVolume({ name: 'uploads' });
  taskDefinition.defaultContainer?.addMountPoints(
    { sourceVolume: 'cache', containerPath: '/cache', readOnly: false },
    { sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false },
  );
};

export const guarded: Fix = ({ web }) => {
  web.taskDefinition.addVolume({ name: 'cache' });
  web.taskDefinition.addVolume({ name: 'uploads' });
  web.mainContainer.addMountPoints(
    { sourceVolume: 'cache', containerPath: '/cache', readOnly: false },
    { sourceVolume: 'uploads', containerPath: '/uploads', readOnly: false },
  );
};
