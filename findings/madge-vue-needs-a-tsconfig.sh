#!/usr/bin/env bash
# madge, which finds circles of imports, on Vue's single-file components with `<script setup lang="ts">`.
# Guess: it takes the script out of a component by itself, as it knows `.vue`; a tsconfig only matters for paths in it.
# Seen: without --ts-config it parses the whole component as a script and ends with a SyntaxError at the template; with an empty
# tsconfig it reads the script, and finds the circle.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund madge@8.0.0 typescript@5.9.3
mkdir src
printf '<script setup lang="ts">\nimport Two from "./Two.vue"\n</script>\n<template><Two /></template>\n' > src/One.vue
printf '<script setup lang="ts">\nimport One from "./One.vue"\n</script>\n<template><One /></template>\n' > src/Two.vue
echo '{}' > tsconfig.json
echo "madge $(node -p 'require("madge/package.json").version')"
without=$(npx --no-install madge --circular --extensions ts,vue src 2>&1 || true)
with=$(npx --no-install madge --circular --extensions ts,vue --ts-config tsconfig.json src 2>&1 || true)
echo "without: $(grep -o 'SyntaxError: [^(]*' <<< "$without" || echo "$without")"
echo "with: $(grep -o '1) .*' <<< "$with" || echo "$with")"
grep -q 'SyntaxError: Adjacent JSX elements' <<< "$without"
grep -q '1) One.vue > Two.vue' <<< "$with"
