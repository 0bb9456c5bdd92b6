//go:build tools

// Keeps Pulumi's Python language host in go.mod and go.sum, so that its build is verified and repeatable.
package languagepython

import _ "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python"
