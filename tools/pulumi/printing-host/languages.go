package main

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/pcl"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
)

// A language has Pulumi's generators for it.
type language struct {
	printProgram func(*pcl.Program) (map[string][]byte, hcl.Diagnostics, error)
	printPackage func(*schema.Package, *pulumirpc.GeneratePackageRequest, schema.ReferenceLoader) (map[string][]byte, error)
}

const tool = "pulumi-language-host"

var languages = map[string]language{
	"nodejs": {printProgram: nodejs.GenerateProgram, printPackage: printNodePackage},
	"python": {printProgram: python.GenerateProgram, printPackage: printPythonPackage},
}

func printNodePackage(
	described *schema.Package, request *pulumirpc.GeneratePackageRequest, loader schema.ReferenceLoader,
) (map[string][]byte, error) {
	return nodejs.GeneratePackage(
		tool, described, request.ExtraFiles, request.LocalDependencies, request.Local, loader)
}

func printPythonPackage(
	described *schema.Package, request *pulumirpc.GeneratePackageRequest, loader schema.ReferenceLoader,
) (map[string][]byte, error) {
	return python.GeneratePackage(tool, described, request.ExtraFiles, loader)
}
