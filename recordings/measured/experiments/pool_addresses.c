/* Runs a program of allocations and frees with nothing of Python's between them; see pool_addresses.py. */
#include <Python.h>

enum { POOL = 16384, HEADER = 48, ARENA = 1 << 20 };

static PyObjectArenaAllocator real;
static void *mapped[4096];
static int count, given_back;

static void *map(void *ctx, size_t size) {
    void *arena = real.alloc(real.ctx, size);
    mapped[count++] = arena;
    return arena;
}

static void unmap(void *ctx, void *arena, size_t size) {
    given_back++;
    real.free(real.ctx, arena, size);
}

/* Leave no pool with a block to give, and no arena with a pool: then an empty model is in the same state. */
static void fill(void) {
    for (size_t size = 16; size <= 512; size += 16) {
        size_t blocks = (POOL - HEADER) / size, run = 0;
        /* A pool that is given from its first block to its last is new, and the only one of its size. */
        while (run != blocks) {
            size_t place = (((size_t)PyObject_Malloc(size) & (POOL - 1)) - HEADER) / size;
            run = place == run ? run + 1 : place == 0;
        }
    }
    int before = count;
    size_t block;
    do {
        block = (size_t)PyObject_Malloc(512);
    } while (count == before);
    size_t last_pool = ((size_t)mapped[count - 1] + ARENA - POOL) & ~(size_t)(POOL - 1);
    size_t last_block = last_pool + HEADER + 30 * 512;
    while (block != last_block) block = (size_t)PyObject_Malloc(512);
}

/* An operation above 0 asks for so many bytes; one below gives back what operation -n was given. */
int run(const int *operations, int n, size_t *addresses, int *arenas, size_t *places) {
    PyObject_GetArenaAllocator(&real);
    PyObjectArenaAllocator ours = {NULL, map, unmap};
    PyObject_SetArenaAllocator(&ours);
    fill();
    int first = count;
    given_back = 0;
    for (int i = 0; i < n; i++) {
        if (operations[i] > 0)
            addresses[i] = (size_t)PyObject_Malloc(operations[i]);
        else
            PyObject_Free((void *)addresses[-operations[i]]);
        arenas[i] = count - first - given_back;
    }
    PyObject_SetArenaAllocator(&real);
    for (int i = first; i < count; i++) places[i - first] = (size_t)mapped[i];
    return count - first;
}
