module pulumi-losant.invalid/tools/pulumi/language-nodejs

go 1.25.0

require github.com/pulumi/pulumi/sdk/v3 v3.68.0
