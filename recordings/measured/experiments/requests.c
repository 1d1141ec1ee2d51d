/* Notes each request that CPython makes of its allocator for objects, with the line that led to it. */
#include <stddef.h>
#include <stdint.h>
typedef struct { void *ctx; void *(*malloc)(void *, size_t); void *(*calloc)(void *, size_t, size_t); void *(*realloc)(void *, void *, size_t); void (*free)(void *, void *); } Allocator;
extern void PyMem_GetAllocator(int, Allocator *);
extern void PyMem_SetAllocator(int, Allocator *);
static Allocator own[3];
static int64_t *log_, room, used;
static int32_t *line; /* 0: what is asked for is not the program's */
static void note(int64_t what, void *p, int64_t size) {
    if (used + 4 > room) return;
    log_[used++] = what; log_[used++] = (int64_t)p; log_[used++] = size; log_[used++] = *line;
}
static void *m(void *c, size_t n) { Allocator *a = c; void *p = a->malloc(a->ctx, n); if (*line) note(1, p, n); return p; }
static void *k(void *c, size_t n, size_t s) { Allocator *a = c; void *p = a->calloc(a->ctx, n, s); if (*line) note(1, p, n * s); return p; }
static void *r(void *c, void *o, size_t n) { Allocator *a = c; void *p = a->realloc(a->ctx, o, n); note(*line ? 3 : 4, o, 0); note(2, p, n); return p; }
static void f(void *c, void *p) { Allocator *a = c; if (p) note(0, p, 0); a->free(a->ctx, p); }
void begin(int64_t *buffer, int64_t words, int32_t *where) {
    log_ = buffer; room = words; used = 0; line = where;
    for (int d = 1; d < 3; d++) { PyMem_GetAllocator(d, &own[d]); Allocator a = {&own[d], m, k, r, f}; PyMem_SetAllocator(d, &a); }
}
int64_t end(void) { for (int d = 1; d < 3; d++) PyMem_SetAllocator(d, &own[d]); return used; }
