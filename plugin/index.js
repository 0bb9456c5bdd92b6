require("../dist/native/index.js");
