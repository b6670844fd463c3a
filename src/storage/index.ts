export * from './efs-mount';
export * from './efs-mount-props';
export * from './mount-options';
export * from './scratch-volume';
