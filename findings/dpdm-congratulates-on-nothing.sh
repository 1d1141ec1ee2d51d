#!/usr/bin/env bash
# dpdm, which finds circles of imports and can end a CI run where there is one, on an entry that it has no parser for.
# Guess: given a Vue component that imports itself through another, it follows the imports, or says that it cannot read the file.
# Seen: it analyses 0 of 0 files, says "Congratulations, no circular dependency was found in your project", and ends with status 0,
# also with --exit-code circular:1. The same two files as TypeScript are found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund dpdm@3.14.0 typescript@5.9.3
mkdir src
printf '<script setup lang="ts">\nimport Two from "./Two.vue"\n</script>\n<template><Two /></template>\n' > src/One.vue
printf '<script setup lang="ts">\nimport One from "./One.vue"\n</script>\n<template><One /></template>\n' > src/Two.vue
printf 'import { two } from "./two"\nexport const one = () => two\n' > src/one.ts
printf 'import { one } from "./one"\nexport const two = () => one\n' > src/two.ts
echo "dpdm $(node -p 'require("dpdm/package.json").version')"
look() { npx --no-install dpdm --no-tree --no-warning --exit-code circular:1 "$1" 2>&1 && echo "status 0" || echo "status $?"; }
vue=$(look src/One.vue)
script=$(look src/one.ts)
echo "Vue: $(grep -oE 'Congratulations.*|status .*' <<< "$vue" | tr '\n' ' ')"
echo "TypeScript: $(grep -oE '1\) .*|status .*' <<< "$script" | tr '\n' ' ')"
grep -q 'Congratulations, no circular dependency' <<< "$vue"
grep -q 'status 0' <<< "$vue"
grep -q 'status 1' <<< "$script"
