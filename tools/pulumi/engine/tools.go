//go:build tools

// Keeps the Pulumi engine in go.mod and go.sum, so that its build is verified and repeatable.
package engine

import _ "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
