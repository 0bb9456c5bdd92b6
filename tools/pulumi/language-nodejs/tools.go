//go:build tools

// Keeps Pulumi's Node language host in go.mod and go.sum, so that its build is verified and repeatable.
package languagenodejs

import _ "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs"
