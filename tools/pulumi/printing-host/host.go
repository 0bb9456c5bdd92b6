package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/pulumi/pulumi/pkg/v3/codegen/hcl2/syntax"
	"github.com/pulumi/pulumi/pkg/v3/codegen/pcl"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
	"github.com/pulumi/pulumi/sdk/v3/go/common/resource/plugin"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/protobuf/types/known/emptypb"
)

type host struct {
	pulumirpc.UnimplementedLanguageRuntimeServer
	language language
}

// GetPluginInfo is asked of every plugin.
func (host *host) GetPluginInfo(context.Context, *emptypb.Empty) (*pulumirpc.PluginInfo, error) {
	return &pulumirpc.PluginInfo{}, nil
}

// GenerateProgram prints the code of `pulumi import` and `pulumi convert`.
func (host *host) GenerateProgram(
	_ context.Context, request *pulumirpc.GenerateProgramRequest,
) (*pulumirpc.GenerateProgramResponse, error) {
	loader, err := schema.NewLoaderClient(request.LoaderTarget)
	if err != nil {
		return nil, err
	}
	defer loader.Close()
	program, diagnostics, err := bind(request, schema.NewCachedLoader(loader))
	if err != nil || diagnostics.HasErrors() {
		return &pulumirpc.GenerateProgramResponse{Diagnostics: told(diagnostics)}, err
	}
	source, more, err := host.language.printProgram(program)
	return &pulumirpc.GenerateProgramResponse{Source: source, Diagnostics: told(append(diagnostics, more...))}, err
}

var told = plugin.HclDiagnosticsToRPCDiagnostics

func bind(
	request *pulumirpc.GenerateProgramRequest, loader schema.ReferenceLoader,
) (*pcl.Program, hcl.Diagnostics, error) {
	parser := syntax.NewParser()
	for path, contents := range request.Source {
		if err := parser.ParseFile(strings.NewReader(contents), path); err != nil {
			return nil, nil, err
		}
	}
	if parser.Diagnostics.HasErrors() {
		return nil, parser.Diagnostics, nil
	}
	options := []pcl.BindOption{pcl.Loader(loader), pcl.PreferOutputVersionedInvokes}
	if !request.Strict {
		options = append(options, pcl.NonStrictBindOptions()...)
	}
	return pcl.BindProgram(parser.Files, options...)
}

// GeneratePackage writes the SDK of `pulumi package gen-sdk` and `pulumi package add`.
func (host *host) GeneratePackage(
	_ context.Context, request *pulumirpc.GeneratePackageRequest,
) (*pulumirpc.GeneratePackageResponse, error) {
	loader, err := schema.NewLoaderClient(request.LoaderTarget)
	if err != nil {
		return nil, err
	}
	defer loader.Close()
	var spec schema.PackageSpec
	if err := json.Unmarshal([]byte(request.Schema), &spec); err != nil {
		return nil, err
	}
	cached := schema.NewCachedLoader(loader)
	described, diagnostics, err := schema.BindSpec(spec, cached, schema.ValidationOptions{})
	if err != nil || diagnostics.HasErrors() {
		return &pulumirpc.GeneratePackageResponse{Diagnostics: told(diagnostics)}, err
	}
	files, err := host.language.printPackage(described, request, cached)
	if err != nil {
		return nil, err
	}
	return &pulumirpc.GeneratePackageResponse{Diagnostics: told(diagnostics)}, write(request.Directory, files)
}

func write(folder string, files map[string][]byte) error {
	for name, contents := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, contents, 0o644); err != nil {
			return err
		}
	}
	return nil
}
