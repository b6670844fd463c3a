import { defineGotcha } from '../definition';
import { andOthers } from '../naming';
import { allowedActions } from '../permissions';

export const iamTaskRoleIsPerTask = defineGotcha({
  id: 'iam-task-role-is-per-task',
  title: 'Every container of a task has the broad permissions of its one task role',
  consequence: 'risk',
  symptom: 'A sidecar can read what only the application should.',
  why: 'A task has one task role, and each of its containers, a log or metrics sidecar too, gets credentials for all of it.',
  rule: 'In a task of two or more containers, the task role allows no action like `*` or `s3:*`. Those of ECS Exec (`ssmmessages:*`) are meant for every container.',
  fix: 'grant the actions that the containers need by name, or move the container that needs all of them to a task of its own',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  levels: ['synth'],
  avoidedBy: '`TaskRoleBundle.allow` names the container that needs the actions, so the record shows which containers share them.',
  subject: 'task',
  needs: ['containers', 'taskRole'],
  check: ({ containers, taskRole }) => {
    if (containers.length < 2 || !taskRole) return [];
    const broad = allowedActions(taskRole, isBroad);
    return broad.length === 0 ? [] : [{
      detail: `taskRole (${andOthers([...new Set(broad)])}) is shared by all ${containers.length} containers of the task`,
      property: 'taskRole',
    }];
  },
});

// ECS Exec needs its channel actions in every container; they name the service and grant nothing of the app.
function isBroad(action: string): boolean {
  return action === '*' || (/^[\w-]+:\*$/.test(action) && action !== 'ssmmessages:*');
}
