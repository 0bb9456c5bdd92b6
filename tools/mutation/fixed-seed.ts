import fc from "fast-check";

// The same examples in every run, or a mutant would survive in one and be killed in another. A killed mutant needs no
// short example.
fc.configureGlobal({ seed: 1, endOnFailure: true });
