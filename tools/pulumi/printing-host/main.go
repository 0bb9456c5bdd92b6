// Prints programs and packages in Node's languages or Python, with Pulumi's own generators of the engine's version. The
// language hosts of these that can be built from modules are older and cannot; they run programs, which this cannot.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pulumi/pulumi/sdk/v3/go/common/util/rpcutil"
	pulumirpc "github.com/pulumi/pulumi/sdk/v3/proto/go"
	"google.golang.org/grpc"
)

// main answers as the language in its own file name. The engine gives its address, and reads the port.
func main() {
	own := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	language, isKnown := languages[strings.TrimPrefix(own, "pulumi-language-")]
	if !isKnown || len(os.Args) < 2 {
		check(fmt.Errorf("%s is not called as a language host that prints", own))
	}
	check(serve(&host{language: language}, os.Args[len(os.Args)-1]))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// serve ends where the engine is gone.
func serve(answering *host, engine string) error {
	life, end := context.WithCancel(context.Background())
	if err := rpcutil.Healthcheck(life, engine, 10*time.Second, end); err != nil {
		return err
	}
	ended := make(chan bool)
	go func() {
		<-life.Done()
		close(ended)
	}()
	handle, err := rpcutil.ServeWithOptions(rpcutil.ServeOptions{
		Cancel: ended,
		Init: func(server *grpc.Server) error {
			pulumirpc.RegisterLanguageRuntimeServer(server, answering)
			return nil
		},
	})
	if err != nil {
		return err
	}
	fmt.Println(handle.Port)
	return <-handle.Done
}
