"""Change sets and deletions that fail the way CloudFormation's do: at once, with events that say why.

moto answers a resource error with an HTTP error and leaves the stack in progress, for which
`cdk deploy` then waits without end; it registers no exports for a stack that comes from a change set;
and it doesn't know the error for a change set that is gone, which the CLI waits for before an update.
"""

from typing import Any

from moto.cloudformation import models
from moto.cloudformation.exceptions import CloudFormationError, ValidationError
from moto.cloudformation.models import ChangeSet, CloudFormationBackend, Event, Stack
from moto.cloudformation.parsing import OutputMap

from .resource_map import ResourceFailed, StrictResourceMap

#: What the CLI shows for a stack whose creation failed and was undone.
FAILED = {"CREATE": "ROLLBACK_COMPLETE", "UPDATE": "UPDATE_FAILED"}


class ChangeSetNotFound(CloudFormationError):
    code = "ChangeSetNotFound"


def install() -> None:
    models.ResourceMap = StrictResourceMap
    Stack.stack_parameters = property(given_parameters)
    CloudFormationBackend.describe_change_set = describe_change_set
    CloudFormationBackend.delete_change_set = delete_change_set
    CloudFormationBackend.execute_change_set = execute_change_set
    CloudFormationBackend.delete_stack = delete_stack


def given_parameters(stack: Stack) -> dict[str, Any]:
    """What "use the previous value" stands for, which for an SSM parameter is its name."""
    given = stack.resource_map.input_parameters
    declared = stack.template_dict.get("Parameters", {})
    return {name: given.get(name, slot.get("Default")) for name, slot in declared.items()}


def describe_change_set(backend: CloudFormationBackend, change_set_name: str) -> ChangeSet:
    for change_set in backend.change_sets.values():
        if change_set_name in (change_set.change_set_id, change_set.change_set_name):
            return change_set
    raise ChangeSetNotFound(f"ChangeSet [{change_set_name}] does not exist")


def delete_change_set(backend: CloudFormationBackend, change_set_name: str) -> None:
    for change_set in list(backend.change_sets.values()):
        if change_set_name in (change_set.change_set_id, change_set.change_set_name):
            del backend.change_sets[change_set.change_set_id]


def execute_change_set(
    backend: CloudFormationBackend, change_set_name: str, stack_name: str | None = None
) -> None:
    change_set = backend.describe_change_set(change_set_name)
    stack = backend.stacks[change_set.stack_id]
    action = change_set.change_set_type
    stack._add_stack_event(f"{action}_IN_PROGRESS", resource_status_reason="User Initiated")
    stack.cross_stack_resources = backend.exports
    stack.resource_map.cross_stack_resources = backend.exports
    try:
        change_set.apply()
        finish(backend, stack, change_set)
    except Exception as error:
        fail(stack, f"{action}_FAILED", error)
        if action == "CREATE":
            roll_back(stack)
        stack.status = FAILED[action]
        stack._add_stack_event(stack.status, resource_status_reason=str(error))
    change_set.execution_status = "EXECUTE_COMPLETE"
    # An executed change set is gone; the next stack's has the same name.
    del backend.change_sets[change_set.change_set_id]


def finish(backend: CloudFormationBackend, stack: Stack, change_set: ChangeSet) -> None:
    for name in exported_names(backend, stack):
        del backend.exports[name]
    stack.template = change_set.template
    stack.template_dict = change_set.template_dict
    stack.parameters = change_set.parameters
    stack.description = stack.template_dict.get("Description")
    stack.output_map = stack._create_output_map()
    for export in stack.exports:
        backend.exports[export.name] = export
    write_journal(stack)
    stack.status = f"{change_set.change_set_type}_COMPLETE"
    stack._add_stack_event(stack.status)


def roll_back(stack: Stack) -> None:
    stack.output_map = no_outputs(stack)
    try:
        stack.resource_map.delete()
    except ResourceFailed as error:
        fail(stack, "DELETE_FAILED", error)


def exported_names(backend: CloudFormationBackend, stack: Stack) -> list[str]:
    exports = backend.exports.values()
    return [export.name for export in exports if export.exporting_stack_id == stack.stack_id]


def no_outputs(stack: Stack) -> OutputMap:
    """Outputs are read when a stack is described, and those of a deleted stack refer to nothing."""
    return OutputMap(stack.resource_map, {}, stack.stack_id)


def delete_stack(backend: CloudFormationBackend, name_or_stack_id: str) -> None:
    stack = next(
        (s for s in backend.stacks.values() if name_or_stack_id in (s.name, s.stack_id)), None
    )
    if stack is None:
        return
    exports = exported_names(backend, stack)
    importer = find_importer(backend, stack, exports)
    if importer:
        raise ValidationError(
            message=f"Export {importer[0]} cannot be deleted as it is in use by {importer[1]}"
        )
    try:
        stack.delete()
    except Exception as error:
        fail(stack, "DELETE_FAILED", error)
        stack.status = "DELETE_FAILED"
        stack._add_stack_event(stack.status, resource_status_reason=str(error))
        return
    stack.output_map = no_outputs(stack)
    for name in exports:
        del backend.exports[name]
    backend.deleted_stacks[stack.stack_id] = backend.stacks.pop(stack.stack_id)


def find_importer(
    backend: CloudFormationBackend, stack: Stack, exports: list[str]
) -> tuple[str, str] | None:
    for other in backend.stacks.values():
        if other is not stack:
            text = str(other.template_dict)
            for name in exports:
                if f"'Fn::ImportValue': '{name}'" in text:
                    return name, other.name
    return None


def fail(stack: Stack, status: str, error: Exception) -> None:
    write_journal(stack)
    if isinstance(error, ResourceFailed):
        add_event(stack, error.logical_id, "", error.resource_type, status, str(error.reason))


def write_journal(stack: Stack) -> None:
    for resource, status in stack.resource_map.journal:
        add_event(
            stack,
            resource.logical_resource_id,
            resource.physical_resource_id,
            resource.type,
            status,
        )
    stack.resource_map.journal.clear()


def add_event(
    stack: Stack,
    logical_id: str,
    physical_id: str,
    resource_type: str,
    status: str,
    reason: str | None = None,
) -> None:
    stack.events.append(
        Event(
            stack_id=stack.stack_id,
            stack_name=stack.name,
            logical_resource_id=logical_id,
            physical_resource_id=physical_id,
            resource_type=resource_type,
            resource_status=status,
            resource_status_reason=reason,
            resource_properties=None,
        )
    )
