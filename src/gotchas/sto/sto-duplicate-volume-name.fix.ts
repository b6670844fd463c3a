import { ScratchVolume } from '../../index';
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

export const guarded: Fix = ({ stack, web }) => {
  new ScratchVolume(stack, 'Cache', { task: web, containerPath: '/cache' });
  new ScratchVolume(stack, 'Uploads', { task: web, containerPath: '/uploads' });
};
