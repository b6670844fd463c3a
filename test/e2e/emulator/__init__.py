"""A local stand-in for AWS that deploys the stacks of this project's examples.

The APIs are moto's. CloudFormation is moto's too, but its resources are ours: moto leaves out
properties and whole types without a word, and a test that deploys into silence proves nothing.
Here every property must be a member of the API request it ends up in, and every type must be known.
"""
