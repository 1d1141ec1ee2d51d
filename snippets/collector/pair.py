import gc
import weakref

Partner = type("Partner", (), {})
ada, bob = Partner(), Partner()
ada.other, bob.other = bob, ada
watch = weakref.ref(ada)

del ada, bob
print("after del, alive:    ", watch() is not None)
gc.collect()
print("after collect, alive:", watch() is not None)
