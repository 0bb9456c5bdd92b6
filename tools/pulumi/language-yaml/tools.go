//go:build tools

// Keeps Pulumi's YAML language host in go.mod and go.sum, so that its build is verified and repeatable.
package languageyaml

import _ "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml"
