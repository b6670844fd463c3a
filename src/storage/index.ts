export * from './ebs-volume';
export * from './ebs-volume-props';
export * from './efs-mount';
export * from './efs-mount-props';
export * from './host-volume';
export * from './mount-options';
export * from './s3-files-mount';
export * from './scratch-volume';
