//go:build tools

// Package pulumicli names what go.mod pins: the Pulumi CLI, a program that no code here calls.
package pulumicli

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
