//go:build tools

// Package pulumilanguageyaml names what go.mod pins: the language host of Pulumi YAML, a program that no code here calls.
package pulumilanguageyaml

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
