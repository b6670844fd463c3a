import type { Meaning, Subject } from '../meaning';

const STOPPED: Omit<Meaning, 'means'> = { id: 'ops-unknown-stop', why: 'No container ran, so there is no log.' };

/** Settings of a container that runc rejects before its program starts. */
export const RUNTIME: readonly Subject[] = [
  {
    is: /no matching entries in (?:passwd|group) file|unable to find (?:user|group)/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'run as a user that their image does not have', fix: 'add the user to the image, or set user to a number' },
  },
  {
    is: /chdir to cwd|\bcwd\b.*(?:no such|denied|not a directory)|mkdir .*not a directory/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'have a working directory that their user can\'t enter', fix: 'correct workingDirectory, or let the user of the container enter it: chmod and chown it in the image' },
  },
  {
    is: /creating mount source path|mkdir .*read-only file system/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'mount a path that can\'t be created on their instance', why: 'Parts of the file system of an instance are read-only, on Bottlerocket nearly all of it.', fix: 'set sourcePath of the volume to a directory that can be written on the instances' },
  },
  {
    is: /unknown capability|invalid capability|cap_(?:add|drop)\b/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'ask for a Linux capability that there is not', fix: 'correct linuxParameters.capabilities: names stand without CAP_' },
  },
  {
    is: /sysctl/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'set a kernel parameter that can\'t be set there', fix: 'take the parameter out of systemControls: those of the network need a namespace of their own, as in awsvpc' },
  },
  {
    is: /rlimits?\b|ulimit/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'ask for a higher limit than their instance allows', fix: 'lower the ulimits of the container, or raise those of the Docker daemon on the instances' },
  },
  {
    is: /no command specified/i,
    causes: [],
    otherwise: { ...STOPPED, means: 'have neither a command nor an image with one', fix: 'set command or entryPoint, or CMD in the image' },
  },
];
