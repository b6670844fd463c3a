import { DEVICE_MAPPER, NO_SPACE } from '../causes';
import { BROKEN_STORAGE, faultOfAws, fullDisk, noReason } from '../common';
import { NO_IMAGE } from './image';
import { MOUNTS } from './mounts';
import { RUNTIME } from './runtime';
import type { Meaning, Subject } from '../meaning';

export const NO_MEMORY = {
  id: 'dep-oom',
  why: 'A container that takes more memory than its limit, or than is left of the task, is killed.',
  fix: 'raise the memory of the task or the container, or let the application take less: -XX:MaxRAMPercentage=75 for a Java virtual machine',
};
const STOPPED: Omit<Meaning, 'means'> = { id: 'ops-unknown-stop', why: 'No container ran, so there is no log.' };

/** A container that is created or started, or that runs. */
export const CONTAINER: readonly Subject[] = [
  ...RUNTIME,
  { is: /OutOfMemoryError|killed due to memory usage|out of memory|OOM-killed|memory limit too low/i, causes: [], otherwise: { ...NO_MEMORY, means: 'were killed for the memory they use' } },
  { is: NO_SPACE, causes: [], otherwise: fullDisk },
  { is: DEVICE_MAPPER, causes: [], otherwise: BROKEN_STORAGE },
  { is: /exec format error/i, causes: [], otherwise: { id: 'td-arch-mismatch', means: 'have an image for another CPU architecture', fix: 'build the image for the platform of runtimePlatform, or change that' } },
  { is: /port is already allocated|address already in use|Bind for [\d.]+:\d*$/i, causes: [], otherwise: { id: 'net-fixed-host-port', means: 'want a host port that is taken on their instance' } },
  { is: /select device driver|\bto GPU\b|associating GPU|nvidia-container|\bnvidia\b|running (?:prestart )?hook/i, causes: [], otherwise: { id: 'td-gpu-request', means: 'ask for a GPU that their instance does not have for them', fix: 'run them on instances with GPUs and the GPU variant of the ECS-optimized AMI' } },
  { is: /no such image/i, causes: [], otherwise: { ...NO_IMAGE, means: 'have no image on their instance, where the pull before has failed' } },
  { is: /does not match the (?:operating system|host)|cannot be used on this platform|incompatible with a .*host/i, causes: [], otherwise: { id: 'td-arch-mismatch', means: 'have an image for another operating system', fix: 'build the image for the platform of runtimePlatform, or change that' } },
  { is: /memory reservation/i, causes: [], otherwise: { ...STOPPED, means: 'have a container that reserves more memory than its limit', fix: 'lower memoryReservation of the container to its memory, or raise memory' } },
  { is: /range of CPUs is from/i, causes: [], otherwise: { ...STOPPED, means: 'ask for more CPUs than their instance has', fix: 'lower cpu of the task or the container, or run them on a larger instance type' } },
  { is: /conflicting options/i, causes: [], otherwise: { ...STOPPED, means: 'have settings that Docker does not take together', fix: 'take hostname, dnsServers, extraHosts, links and portMappings that AWS names out of containers in network mode host, none or awsvpc' } },
  { is: /minimum memory limit/i, causes: [], otherwise: { ...STOPPED, means: 'have a memory limit that is too low to start a container', fix: 'raise memory of the container: Docker takes 6 MiB at least, and most programs need more to start' } },
  { is: /apparmor|seccomp|selinux/i, causes: [], otherwise: { ...STOPPED, means: 'name a security profile that their instance does not have', fix: 'install the profile on the instances, or remove it from dockerSecurityOptions' } },
  ...MOUNTS,
  { is: /bind source path does not exist|invalid mount config/i, causes: [], otherwise: { ...STOPPED, means: 'mount a path that their instance does not have', fix: 'create the path on the instances, or correct sourcePath of the volume' } },
  { is: /create (?:mount destination|mountpoint)|mountpoint .*read-only/i, causes: [], otherwise: { ...STOPPED, means: 'mount to a path that their image does not have and that can\'t be created there', fix: 'correct containerPath, add the file or directory to the image, or mount the volume around it so that it can be written' } },
  { is: /error mounting .*not a directory|mount a directory onto a file/i, causes: [], otherwise: { ...STOPPED, means: 'mount a directory where their image has a file', fix: 'mount the directory above it, or correct containerPath' } },
  {
    is: /VolumeDriver\.\w+: (?!dial\b)/,
    causes: [],
    otherwise: { ...STOPPED, means: 'get no volume from the volume driver of their instance', fix: 'correct the volume as the text behind VolumeDriver requires, and see that the driver reaches its storage' },
  },
  { is: /VolumeDriver|volume driver|docker-plugin|plugin .*not found/i, causes: [], otherwise: { ...STOPPED, means: 'have a volume whose driver their instance does not have', fix: 'install the volume plugin on the instances, or use EFS or EBS' } },
  { is: /name .*already in use by container|container name .*already in use/i, causes: [], otherwise: faultOfAws('find a container of the same name on their instance, which the agent has left') },
  { is: /gathering device information/i, causes: [], otherwise: { ...STOPPED, means: 'name a device that their instance does not have', fix: 'run them on an instance type that has the device, or take it out of linuxParameters.devices' } },
  {
    is: /executable file not found|exec: .*(?:no such file|not found)|stat ….*no such file|exec .*: no such file|CreateProcess.*cannot find/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'have a command that is not in their image', fix: 'correct command and entryPoint: each word is an item of its own, and the program has to be in the image' },
  },
  { is: /exec: .*permission denied|exec .*: permission denied/i, causes: [], otherwise: { ...STOPPED, means: 'have a command that may not be run in their image', fix: 'make the program executable in the image with chmod +x, and let its user run it' } },
  {
    is: /TaskDependencyError|failed to become healthy|did not become healthy|container (?:ordering )?dependenc(?:y|ies)|link to a non running container|dependency (?:containers?|graph)|dependencies .*(?:resolved|start|healthy)|dependent container/i,
    causes: [],
    otherwise: {
      id: 'dep-healthy-without-healthcheck',
      means: 'waited in vain for a container that another depends on',
      why: 'A container starts once those it depends on have started, ended or got healthy; when they don\'t in time, the task stops.',
      fix: 'see why the container that another waits for does not start, end or get healthy',
    },
  },
  {
    is: /could not transition to|TimeoutError/i,
    causes: [
      { when: /DockerTimeout|CannotInspectContainer/i, meaning: { ...STOPPED, means: 'wait for Docker, which does not answer in time', fix: 'check the disk of the instance, which is mostly too slow or full for Docker, and let fewer tasks start at once; check that the log driver is reached' } },
    ],
    otherwise: { ...STOPPED, means: 'wait for the container runtime, which does not answer in time', fix: 'deploy again; if the runtime stays slow, check that the log driver is reached, and raise the CPU and memory of the task' },
  },
  // AWS cuts its texts, here before the reason.
  {
    is: /start(?:ing)? container process.*\bexec: /i,
    causes: [],
    otherwise: { ...STOPPED, means: 'have a command that can\'t be run in their image', fix: 'correct command and entryPoint: each word is an item of its own, and the program has to be in the image, and executable' },
  },
  {
    is: /rootfs_linux\.go:\d+: mounting/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'have a volume that can\'t be mounted where they want it', fix: 'correct sourcePath and containerPath: both are directories or both are files, and the path has to be one that can be made in the image' },
  },
  {
    is: /bridge docker0|to bridge \S+ failed|no such network interface|iptables|failed to create endpoint/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'get no network from Docker on their instance', fix: 'restart Docker and then the agent on the instance, or replace it' },
  },
  {
    is: /hcsshim|hcs::|Windows system call|compute system|\bHNS\b|hnsCall/i,
    causes: [
      { when: /\bHNS\b|hnsCall|network/i, meaning: { ...STOPPED, means: 'get no network from Windows on their instance', fix: 'restart the services hns and docker on the instance, or replace it' } },
      { when: /not enough (?:memory|quota)|insufficient system resources|paging file/i, meaning: { ...STOPPED, means: 'find no memory left on their Windows instance', fix: 'leave 2 GiB of the instance to Windows and the agent (ECS_RESERVED_MEMORY), or run fewer tasks on it' } },
    ],
    otherwise: { ...STOPPED, means: 'can\'t be started by Windows on their instance', fix: 'restart Docker on the instance or replace the instance, where a container of before may still be held; if it comes back, take a newer AMI, as old images and hosts of Windows do not fit' },
  },
  { is: /Cannot(?:Start|Create)Container|failed to create (?:shim|new container)|OCI runtime/i, causes: [], otherwise: noReason('have a container that can\'t be started', 'it quotes the container runtime') },
  { is: /CannotStopContainer|CannotInspectContainer|CannotCreateVolume|CannotGet/i, causes: [], otherwise: noReason('have a container that the agent can\'t handle', 'it quotes the container runtime') },
];
