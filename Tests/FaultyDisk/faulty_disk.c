#include "faulty_disk.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// A write that the drive has taken and not yet made safe.
struct pending {
    sqlite3_int64 offset;
    int length;
    unsigned char *bytes;
    struct pending *next;
};

// A file as whoever has it open sees it; all handles of a path share it.
struct image {
    char *path;
    unsigned char *bytes;
    sqlite3_int64 size, capacity;
    sqlite3_int64 safe_size;
    struct pending *first, *last;
    int handles;
    struct image *next;
};

struct file {
    sqlite3_file base;
    struct image *image;
    int power;
    // SQLite's own file follows.
};

static struct {
    int counts[FAULTY_OPERATIONS], at[FAULTY_OPERATIONS], times[FAULTY_OPERATIONS], codes[FAULTY_OPERATIONS];
    int is_off;
    int power; // Rises with each failure: a handle of before stays dead.
    struct image *images;
} disk;

static sqlite3_vfs faulty;
static sqlite3_io_methods methods;

static sqlite3_vfs *below(void) { return (sqlite3_vfs *)faulty.pAppData; }
static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((struct file *)file + 1); }

static int is_dead(sqlite3_file *file) { return disk.is_off || ((struct file *)file)->power != disk.power; }

static int fault(enum faulty_operation operation) {
    int count = ++disk.counts[operation];
    int at = disk.at[operation];
    return at > 0 && count >= at && count < at + disk.times[operation] ? disk.codes[operation] : SQLITE_OK;
}

// Images

static int hold(struct image *image, sqlite3_int64 size) {
    if (size > image->capacity) {
        sqlite3_int64 capacity = size * 2 + 65536;
        unsigned char *bytes = realloc(image->bytes, (size_t)capacity);
        if (!bytes) return SQLITE_NOMEM;
        memset(bytes + image->capacity, 0, (size_t)(capacity - image->capacity));
        image->bytes = bytes;
        image->capacity = capacity;
    }
    if (size > image->size) image->size = size;
    return SQLITE_OK;
}

static void forget(struct image *image) {
    while (image->first) {
        struct pending *next = image->first->next;
        free(image->first->bytes);
        free(image->first);
        image->first = next;
    }
    image->last = NULL;
}

static int load(struct image *image, sqlite3_file *file) {
    sqlite3_int64 size = 0;
    int code = file->pMethods->xFileSize(file, &size);
    if (code == SQLITE_OK) code = hold(image, size);
    if (code == SQLITE_OK && size > 0) code = file->pMethods->xRead(file, image->bytes, (int)size, 0);
    image->size = image->safe_size = size;
    return code;
}

static struct image *find(const char *path) {
    for (struct image *image = disk.images; image; image = image->next)
        if (strcmp(image->path, path) == 0) return image;
    struct image *image = calloc(1, sizeof *image);
    image->path = strdup(path);
    image->next = disk.images;
    disk.images = image;
    return image;
}

static void drop(struct image *image) {
    struct image **place = &disk.images;
    while (*place && *place != image) place = &(*place)->next;
    if (*place) *place = image->next;
    forget(image);
    free(image->bytes);
    free(image->path);
    free(image);
}

// Makes safe what is pending, by the file below.
static int flush(struct image *image, sqlite3_file *file) {
    int code = SQLITE_OK;
    if (image->size < image->safe_size) code = file->pMethods->xTruncate(file, image->size);
    for (struct pending *write = image->first; code == SQLITE_OK && write; write = write->next)
        code = file->pMethods->xWrite(file, write->bytes, write->length, write->offset);
    if (code == SQLITE_OK) code = file->pMethods->xTruncate(file, image->size);
    image->safe_size = image->size;
    forget(image);
    return code;
}

// Methods of a file

static int faulty_close(sqlite3_file *file) {
    struct file *own = (struct file *)file;
    struct image *image = own->image;
    if (image && own->power == disk.power) {
        // The kernel writes it some time, if the power stays.
        if (!disk.is_off) flush(image, real(file));
        if (--image->handles == 0) drop(image);
    }
    return real(file)->pMethods ? real(file)->pMethods->xClose(real(file)) : SQLITE_OK;
}

static int faulty_read(sqlite3_file *file, void *buffer, int length, sqlite3_int64 offset) {
    if (is_dead(file)) return SQLITE_IOERR_READ;
    struct image *image = ((struct file *)file)->image;
    sqlite3_int64 rest = image->size - offset;
    if (rest >= length) {
        memcpy(buffer, image->bytes + offset, (size_t)length);
        return SQLITE_OK;
    }
    memset(buffer, 0, (size_t)length);
    if (rest > 0) memcpy(buffer, image->bytes + offset, (size_t)rest);
    return SQLITE_IOERR_SHORT_READ;
}

static int faulty_write(sqlite3_file *file, const void *buffer, int length, sqlite3_int64 offset) {
    if (is_dead(file)) return SQLITE_IOERR_WRITE;
    int code = fault(FAULTY_WRITE);
    if (code != SQLITE_OK) return code;
    struct image *image = ((struct file *)file)->image;
    if ((code = hold(image, offset + length)) != SQLITE_OK) return code;
    memcpy(image->bytes + offset, buffer, (size_t)length);
    struct pending *write = calloc(1, sizeof *write);
    write->offset = offset;
    write->length = length;
    write->bytes = malloc((size_t)length);
    memcpy(write->bytes, buffer, (size_t)length);
    if (image->last) image->last->next = write;
    else image->first = write;
    image->last = write;
    return SQLITE_OK;
}

static int faulty_truncate(sqlite3_file *file, sqlite3_int64 size) {
    if (is_dead(file)) return SQLITE_IOERR_TRUNCATE;
    int code = fault(FAULTY_TRUNCATE);
    if (code != SQLITE_OK) return code;
    struct image *image = ((struct file *)file)->image;
    if (size < image->size) {
        memset(image->bytes + size, 0, (size_t)(image->size - size));
        image->size = size;
    }
    return SQLITE_OK;
}

static int faulty_sync(sqlite3_file *file, int flags) {
    if (is_dead(file)) return SQLITE_IOERR_FSYNC;
    int code = fault(FAULTY_SYNC);
    if (code == SQLITE_OK) code = flush(((struct file *)file)->image, real(file));
    return code == SQLITE_OK ? real(file)->pMethods->xSync(real(file), flags) : code;
}

static int faulty_size(sqlite3_file *file, sqlite3_int64 *size) {
    *size = ((struct file *)file)->image->size;
    return is_dead(file) ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

static int faulty_lock(sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); }
static int faulty_unlock(sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
static int faulty_reserved(sqlite3_file *f, int *out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
static int faulty_sector(sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); }
static int faulty_device(sqlite3_file *f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }

static int faulty_control(sqlite3_file *f, int operation, void *argument) {
    // Hints that the file below would take for orders about a file that it does not have yet.
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
    return real(f)->pMethods->xFileControl(real(f), operation, argument);
}

static int faulty_map(sqlite3_file *f, int page, int size, int extend, void volatile **out) {
    return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
static int faulty_shm_lock(sqlite3_file *f, int offset, int n, int flags) {
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
static void faulty_barrier(sqlite3_file *f) { real(f)->pMethods->xShmBarrier(real(f)); }
static int faulty_unmap(sqlite3_file *f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

static sqlite3_io_methods methods = {
    2, faulty_close, faulty_read, faulty_write, faulty_truncate, faulty_sync, faulty_size, faulty_lock, faulty_unlock,
    faulty_reserved, faulty_control, faulty_sector, faulty_device, faulty_map, faulty_shm_lock, faulty_barrier,
    faulty_unmap, NULL, NULL,
};

// Methods of the VFS

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    (void)vfs;
    struct file *own = (struct file *)file;
    memset(own, 0, sizeof *own);
    real(file)->pMethods = NULL;
    if (disk.is_off) return SQLITE_CANTOPEN;
    int code = fault(FAULTY_OPEN);
    if (code != SQLITE_OK) return code;
    if ((code = below()->xOpen(below(), name, real(file), flags, out)) != SQLITE_OK) return code;
    own->base.pMethods = &methods;
    own->power = disk.power;
    struct image *image = find(name ? name : "");
    own->image = image;
    if (image->handles++ == 0) code = load(image, real(file));
    return code;
}

static int faulty_delete(sqlite3_vfs *vfs, const char *name, int sync) {
    (void)vfs;
    return disk.is_off ? SQLITE_IOERR_DELETE : below()->xDelete(below(), name, sync);
}

int faulty_disk_register(void) {
    if (sqlite3_vfs_find("faulty")) return SQLITE_OK;
    sqlite3_vfs *standard = sqlite3_vfs_find(NULL);
    faulty = *standard;
    faulty.zName = "faulty";
    faulty.pNext = NULL;
    faulty.pAppData = standard;
    faulty.szOsFile = (int)sizeof(struct file) + standard->szOsFile;
    faulty.xOpen = faulty_open;
    faulty.xDelete = faulty_delete;
    return sqlite3_vfs_register(&faulty, 0);
}

void faulty_disk_reset(void) {
    memset(disk.counts, 0, sizeof disk.counts);
    memset(disk.at, 0, sizeof disk.at);
    disk.is_off = 0;
}

void faulty_disk_fail(enum faulty_operation operation, int at, int times, int code) {
    disk.at[operation] = disk.counts[operation] + at;
    disk.times[operation] = times;
    disk.codes[operation] = code;
}

int faulty_disk_count(enum faulty_operation operation) { return disk.counts[operation]; }

static unsigned draw(unsigned *state) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 8) % 1000;
}

static void scatter(struct image *image, unsigned *state, int per_mille) {
    sqlite3_file *file = calloc(1, (size_t)below()->szOsFile);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB;
    if (below()->xOpen(below(), image->path, file, flags, &flags) == SQLITE_OK) {
        for (struct pending *write = image->first; write; write = write->next) {
            if ((int)draw(state) >= per_mille) continue;
            // A drive writes whole sectors.
            int length = write->next ? write->length : write->length / 2 / 512 * 512;
            file->pMethods->xWrite(file, write->bytes, length, write->offset);
        }
        file->pMethods->xClose(file);
    }
    free(file);
}

void faulty_disk_power_off(unsigned seed, int per_mille) {
    unsigned state = seed;
    while (disk.images) {
        if (per_mille > 0) scatter(disk.images, &state, per_mille);
        drop(disk.images);
    }
    disk.is_off = 1;
    disk.power++;
}
