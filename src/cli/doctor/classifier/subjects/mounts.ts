import type { Meaning, Subject } from '../meaning';

const STOPPED: Omit<Meaning, 'means'> = { id: 'ops-unknown-stop', why: 'No container ran, so there is no log.' };

/** Mount points of a container, and volumes of Docker. */
export const MOUNTS: readonly Subject[] = [
  { is: /failed to mount local volume/i, causes: [], otherwise: { ...STOPPED, means: 'have a Docker volume that can\'t be mounted on their instance', fix: 'correct driverOpts of the volume (type, device and o), and see that the instance reaches the server of the device' } },
  { is: /mount destination .*not absolute|invalid mount \{|invalid volume specification|mount path must be absolute/i, causes: [], otherwise: { ...STOPPED, means: 'mount a volume by a path that Docker does not take', fix: 'correct sourcePath and containerPath: both have to be absolute, in the form of the operating system of the container' } },
  { is: /duplicate mount point/i, causes: [], otherwise: { ...STOPPED, means: 'mount two volumes on one path', fix: 'set another containerPath in one of the mount points, those of volumesFrom and tmpfs included' } },
  { is: /creating device nodes|mknod …/i, causes: [], otherwise: { ...STOPPED, means: 'have a volume mounted over their root file system', fix: 'correct containerPath: a directory of its own below /, never / or /dev' } },
  { is: /error mounting "?(?:tmpfs|shm)"?.*invalid argument/i, causes: [], otherwise: { ...STOPPED, means: 'have a tmpfs with an option that the kernel does not know', fix: 'correct mountOptions and size of the tmpfs in linuxParameters' } },
  { is: /while mounting volume '': get: no such volume/i, causes: [], otherwise: { ...STOPPED, means: 'have a volume that is gone from their instance', fix: 'replace the task; if it comes again, see whether something removes Docker volumes on the instance, or whether its volume plugin has lost them' } },
];
